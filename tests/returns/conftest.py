"""Golden files of the forms, as the documents have them."""

from tests.documents.conftest import golden

__all__ = ["golden"]
