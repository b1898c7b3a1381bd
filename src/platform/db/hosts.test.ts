// The address of several servers, as libpq writes it.
import { describe, expect, it } from "vitest";
import { hostsOf } from "./hosts.ts";

describe("an address of a database", () => {
  it("names each of its servers, with login, database and options", () => {
    expect(hostsOf("postgres://u:p%40@a:5432,b,[::1]:5433/db?sslmode=require")).toEqual([
      "postgres://u:p%40@a:5432/db?sslmode=require",
      "postgres://u:p%40@b/db?sslmode=require",
      "postgres://u:p%40@[::1]:5433/db?sslmode=require",
    ]);
  });

  it.each([
    "postgres://u:p@a:5432/db",
    "postgresql://localhost/db",
    "postgres://u:p,w@a/db",
    "postgres:///db?host=/run/postgresql",
  ])("of one server stays as it is: %s", (url) => {
    expect(hostsOf(url)).toEqual([url]);
  });

  it.each([
    "giothong",
    "mysql://u@a/db",
    "postgres://u:p@a,b",
    "postgres://u:p@a,/db",
    "postgres://u:p@a:5432,b:x/db",
    "postgres://u:p@a:70000,b/db",
    "postgres://u:p@a:0,b/db",
  ])("is refused where it is another form: %s", (url) => {
    expect(hostsOf(url)).toBeUndefined();
  });
});
