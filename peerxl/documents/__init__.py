"""From a plan to Documents: values that say what a workbook shows, without files."""
