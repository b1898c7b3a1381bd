// The same lines in English.
import type { vi } from "./messages.vi.ts";

export const en: Record<keyof typeof vi, string> = {
  "config.port": "{variable} must be a port number from 0 to 65535, for example 4160.",
  "config.demo": "{variable} must be one of: 2021, 2025.",
  "config.database-url":
    "{variable} must look like postgres://login:password@host:5432/database; several servers with commas between them: host-a:5432,host-b:5432.",
  "config.replica-alone":
    "{variable} goes with DATABASE_URL only: a read-only copy of the server named there.",
  "config.replica-seconds":
    "{variable} must be a number of seconds from 1 to 3600: a copy further behind is not read from.",
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
