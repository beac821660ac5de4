"""The build pipeline: from the repository to the written site."""
