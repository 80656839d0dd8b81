import { describe, expect, it } from "vitest";
import { fixtures, judge } from "./fixtures.ts";

describe("bodies of programs that use the real service", () => {
  it.each(fixtures)("$operationId $kind of $source: $verdict", (fixture) => {
    const { verdict, errors = [], reason } = fixture;
    expect(judge(fixture)).toEqual({ verdict, errors });
    if (verdict !== "valid") expect(reason).toBeTruthy();
  });

  it("get another verdict after a change", () => {
    const [fixture] = fixtures.filter(({ verdict, kind }) => verdict === "valid" && kind === "request");
    expect(judge({ ...fixture!, body: [] }).verdict).toBe("refused");
  });
});
