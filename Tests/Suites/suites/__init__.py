"""Compares Pinproof with other Murphi checkers on directories of models."""
