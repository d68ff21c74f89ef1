"""What an agency discloses, as frozen values. Nothing here reads, checks or prints."""
