import { describe, expect, it } from "vitest";
import { contracts } from "../contracts.ts";
import { sample, type Fault } from "../faults/fault.ts";
import { readFile } from "../testing/bundle.ts";
import { drawFaults, expectAgreement, tryFault } from "../faults.ts";

const SEED = 20221213;

it("finds nothing wrong where no fault is planted", async () => {
  await expect(expectAgreement()).resolves.toBeUndefined();
});

it("catches a sample of the faults of every kind", { timeout: 300_000 }, async () => {
  const faults = drawFaults(3, SEED);
  const missed: string[] = [];
  for (const fault of faults) {
    const { caughtBy } = await tryFault(fault);
    if (!caughtBy.length) missed.push(`${fault.kind} at ${fault.place} of ${fault.path ?? "the description"} (seed ${SEED})`);
  }
  expect(new Set(faults.map(({ kind }) => kind)).size).toBeGreaterThan(25);
  expect(missed).toEqual([]);
});

it("does not count as caught what no contract objects to", async () => {
  const [contract] = contracts;
  if (!contract) throw new Error("there is no contract");
  const text = readFile(contract.path);
  // A comment says nothing that could be wrong.
  const fault: Fault = { kind: "add a comment", place: "the end", path: contract.path, plant: () => `${text}\n// Nothing.\n` };
  expect((await tryFault(fault)).caughtBy).toEqual([]);
  expect((await tryFault({ ...fault, plant: () => text.slice(0, text.length / 2) })).caughtBy).toEqual([contract.name]);
});

describe("a sample", () => {
  const faults = drawFaults(undefined, SEED);

  it("is the same for the same seed, and another for another", () => {
    const places = (seed: number) => sample(faults, 5, seed).map(({ kind, place }) => `${kind} ${place}`);
    expect(places(1)).toEqual(places(1));
    expect(places(1)).not.toEqual(places(2));
  });

  it("is drawn from every node of a kind", () => {
    const properties = faults.filter(({ kind }) => kind === "drop a property");
    expect(properties.length).toBeGreaterThan(300);
    expect(new Set(properties.map(({ place }) => place)).size).toBe(properties.length);
  });
});
