// The same lines in English.
import type { vi } from "./messages.vi.ts";

export const en: Record<keyof typeof vi, string> = {
  "config.port": "{variable} must be a port number from 0 to 65535, for example 4160.",
  "config.demo": "{variable} must be one of: 2021, 2025.",
  "config.database-url": "{variable} must look like postgres://login:password@host:5432/database.",
  "config.medical-needed": "The medical side needs {variable}: the facility's own database and login.",
  "config.smtp-url": "{variable} must look like smtp://host:587 or smtps://login:password@host:465.",
  "config.smtp-from": "{variable} must be the sender's address, for example union@example.org.",
  "config.smtp-both": "{variable} is missing: SMTP_URL and SMTP_FROM must be set together.",
  "config.tls-both": "{variable} is missing: TLS_CERT and TLS_KEY must be set together.",
  "config.file-unreadable": "The file named in {variable} cannot be read.",
  "config.public-url":
    "{variable} must be an address that people can open, for example https://giothong.example.org.",
  "config.log-level": "{variable} must be one of: fatal, error, warn, info, debug, trace, silent.",
};
