"""All models and vocabularies of one state of the repository, and queries on them."""
