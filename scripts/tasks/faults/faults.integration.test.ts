import { describe, expect, it } from "vitest";
import { contracts } from "../../artifacts/checks.ts";
import { sample, type Fault } from "./fault.ts";
import { allFaults, expectAgreement, tryFault } from "./try.ts";
import { bundle, readFile } from "../../testing/bundle.ts";

const SEED = 20221213;
const faults = allFaults();

it("finds nothing wrong where no fault is planted", async () => {
  await expect(expectAgreement()).resolves.toBeUndefined();
});

it(
  "catches a sample of the faults of every kind, in each artifact that would come out otherwise",
  { timeout: 300_000 },
  async () => {
    const drawn = sample(faults, 1, SEED);
    const missed: string[] = [];
    for (const fault of drawn) {
      const { caughtBy, silent } = await tryFault(fault);
      if (silent.length || !caughtBy.length)
        missed.push(
          `${fault.kind} at ${fault.place} of ${fault.path ?? "the description"}: missed by ${silent.join(", ") || "all"} (seed ${SEED})`,
        );
    }
    expect(drawn.length).toBeGreaterThan(50);
    expect(missed).toEqual([]);
  },
);

it("does not count as caught what no contract objects to", async () => {
  const contract = contracts.find(({ name }) => name === "types");
  if (!contract) throw new Error("there is no such contract");
  const text = readFile(contract.path);
  // A comment at the end says nothing that could be wrong.
  const fault: Fault = {
    kind: "add a comment",
    place: "the end",
    path: contract.path,
    file: "",
    plant: () => `${text}\n// Nothing.\n`,
  };
  expect(await tryFault(fault)).toEqual({ caughtBy: [], silent: ["types"] });
  expect(await tryFault({ ...fault, plant: () => text.slice(0, text.length / 2) })).toEqual({
    caughtBy: ["types"],
    silent: [],
  });
  expect(await tryFault({ ...fault, plant: () => undefined })).toEqual({ caughtBy: ["types"], silent: [] });
});

it("counts a contract as silent that misses what another one catches, where its artifact would come out otherwise", async () => {
  const types = contracts.find(({ name }) => name === "types");
  if (!types) throw new Error("there is no such contract");
  const { check } = types;
  const fault = faults.find(({ kind, place }) => kind === "drop a property" && place.includes("/schemas/")) as Fault;
  const quota = faults.find(({ kind }) => kind === "change a security requirement") as Fault;
  try {
    types.check = () => [];
    const { caughtBy, silent } = await tryFault(fault);
    expect(silent).toEqual(["types"]);
    expect(caughtBy).toContain("validators");
    // Types show no security; nothing is expected of them there.
    expect((await tryFault(quota)).silent).toEqual([]);
  } finally {
    types.check = check;
  }
});

describe("the faults", () => {
  it("change something, each of them in the description", () => {
    const before = JSON.stringify(bundle);
    expect(
      sample(
        faults.filter(({ path }) => !path),
        50,
        SEED,
      ).filter(({ plant }) => plant() === before),
    ).toEqual([]);
  });

  it("are the same for the same seed, and others for another", () => {
    const places = (seed: number) => sample(faults, 5, seed).map(({ kind, place }) => `${kind} ${place}`);
    expect(places(1)).toEqual(places(1));
    expect(places(1)).not.toEqual(places(2));
  });

  it("are drawn from every node of a kind, and from every file of an artifact that a contract looks at", () => {
    const properties = faults.filter(({ kind }) => kind === "drop a property");
    expect(properties.length).toBeGreaterThan(300);
    expect(new Set(properties.map(({ place }) => place)).size).toBe(properties.length);
    const planted = new Set(faults.map(({ path, file }) => `${path} ${file}`));
    expect(planted).toContain("packages/client/src/generated/validate listEndpoints.ts");
  });
});
