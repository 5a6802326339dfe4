"""Surveys after trainings: what is asked, who may answer, what is shown and from how many answers on."""
