"""What is written, as it is said: numbers, dates, signs and short forms in words.

A voice reads `1.500.000đ` or `22/11` wrong or not at all; who records reads them from here.
"""
