"""Trainings: stages, seats, questions; what is written about them and to whom."""
