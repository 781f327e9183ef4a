"""Questions that a set of terms should be able to answer: one rule, one small module, one page in docs/checks/."""
