"""Measures of a lesion beside the classifier's number: outline, ABCD by the dermoscopy rule, similar cases."""
