"""Reports: kept figures of load runs, benchmarks and evaluations as pages and pictures.

A report is drawn from the JSON that a command writes, so that a kept run can be drawn
as a fresh one, and two runs side by side.
"""
