// Settings: sensible without any, and refused by name when wrong.
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { ConfigProblem, readConfig } from "./config.ts";

const refusal = (environment: Record<string, string>): ConfigProblem => {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigProblem) return error;
    throw error;
  }
  throw new Error("was accepted");
};

describe("the settings", () => {
  it("need nothing to be set", () => {
    expect(readConfig({})).toEqual({
      port: 4160,
      medicalPort: 4161,
      host: "127.0.0.1",
      dataDir: resolve("./data"),
      demoYear: "2021",
      logLevel: "info",
    });
  });

  it("treat an empty variable as one that is not set", () => {
    expect(readConfig({ PORT: "", DATABASE_URL: " " })).toEqual(readConfig({}));
  });

  it.each([
    ["PORT", { PORT: "bốn" }],
    ["PORT", { PORT: "70000" }],
    ["DATABASE_URL", { DATABASE_URL: "mysql://a@b/c" }],
    ["DATABASE_URL", { DATABASE_URL: "giothong" }],
    ["DATABASE_URL", { DATABASE_URL: "postgres://u:p@a:5432,b:x/giothong" }],
    ["DATABASE_URL", { DATABASE_URL: "postgres://u:p@a:5432,/giothong" }],
    ["DATABASE_URL", { DATABASE_URL: "postgres://u:p@a:5432,b:5432" }],
    ["DATABASE_REPLICA_URL", { DATABASE_REPLICA_URL: "postgres://u:p@b/giothong" }],
    ["DATABASE_REPLICA_URL", { DATABASE_URL: "postgres://u:p@a/g", DATABASE_REPLICA_URL: "b" }],
    ["DATABASE_REPLICA_SECONDS", { DATABASE_REPLICA_SECONDS: "0" }],
    ["MEDICAL_DATABASE_URL", { MEDICAL_DATABASE_URL: "giothong" }],
    ["MEDICAL_PORT", { MEDICAL_PORT: "-1" }],
    ["SMTP_URL", { SMTP_URL: "mail.example.org" }],
    ["SMTP_FROM", { SMTP_URL: "smtp://mail.example.org" }],
    ["SMTP_URL", { SMTP_FROM: "a@example.org" }],
    ["TLS_KEY", { TLS_CERT: import.meta.filename }],
    ["TLS_CERT", { TLS_CERT: "/nowhere/cert.pem", TLS_KEY: "/nowhere/key.pem" }],
    ["PUBLIC_URL", { PUBLIC_URL: "ftp://example.org" }],
    ["GIOTHONG_DEMO", { GIOTHONG_DEMO: "2024" }],
    ["LOG_LEVEL", { LOG_LEVEL: "loud" }],
  ])("refuse %s=%j in one line that names it", (variable, environment) => {
    const problem = refusal(environment as Record<string, string>);
    expect(problem.variable).toBe(variable);
    for (const line of [problem.message, problem.in("en")]) {
      expect(line).toContain(variable);
      expect(line).not.toContain("\n");
    }
  });

  it("keep the data of the two demo years apart, unless a folder is named", () => {
    expect(readConfig({ GIOTHONG_DEMO: "2025" }).dataDir).toBe(resolve("./data-2025"));
    expect(readConfig({ GIOTHONG_DEMO: "2025", GIOTHONG_DATA: "./here" }).dataDir).toBe(resolve("./here"));
  });

  it("keep the public address without its last slash", () => {
    expect(readConfig({ PUBLIC_URL: "https://giothong.example.org/" }).publicUrl).toBe(
      "https://giothong.example.org",
    );
  });

  it("take a server and its standby, and a copy to read from", () => {
    const several = "postgres://u:p@a:5432,b:5433/giothong?sslmode=require";
    const config = readConfig({
      DATABASE_URL: several,
      DATABASE_REPLICA_URL: "postgres://u:p@b:5433/giothong",
    });
    expect(config.databaseUrl).toBe(several);
    expect(config.replica).toEqual({ url: "postgres://u:p@b:5433/giothong", mostSeconds: 60 });
  });
});
