"""A stand-in for GitHub: what the form asks of it, answered from real bare git repositories. No network, real commits."""
