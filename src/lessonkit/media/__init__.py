"""What is dear to make: pictures and drawings, safe and light.

Only here and in `history` may programs be run.
"""
