"""What programs and people write down for us: answers (TOML) and plans (JSON), with the place of each mistake."""
