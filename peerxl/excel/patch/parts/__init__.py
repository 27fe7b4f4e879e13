"""The parts of a workbook: how they are encoded and related, and what the small ones say.

It reads parts as trees and must never know how a worksheet's rows are searched, nor what is going to be written.
"""
