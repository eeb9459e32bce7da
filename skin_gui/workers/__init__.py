"""Threads for the window: plain functions from below, their ends as signals."""
