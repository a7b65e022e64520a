"""What a person sees; the only door that knows rich."""
