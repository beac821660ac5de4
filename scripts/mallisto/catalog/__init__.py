"""All models and vocabularies of one state of the repository, and the questions one can ask of them."""
