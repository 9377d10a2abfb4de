"""What is dear to make: pictures and drawings, safe and light; the only code that runs programs."""
