import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { ROOT } from "../core/artifact.ts";
import { checkAdvisories, readAdvisories, type Advisory } from "./audit.ts";
import { checkLicences, installedLicences, policy } from "./licences.ts";
import { readPackages } from "./packages.ts";
import { addBundled, sbom, type Sbom } from "./sbom.ts";
import { readFile } from "../testing/bundle.ts";

describe("licences", () => {
  it("are on the list, for everything that is installed", async () => {
    const licences = await installedLicences(ROOT);
    expect(Object.values(licences).flat().length).toBeGreaterThan(200);
    expect(checkLicences(licences, policy)).toEqual([]);
  });

  it("are refused where they are not on it", () => {
    const packages = [{ name: "some", versions: ["1.0.0"] }];
    const refused = (licence: string) => checkLicences({ [licence]: packages }, policy);
    expect(refused("GPL-3.0-only")).toEqual([
      "some 1.0.0: GPL-3.0-only is not on the list of scripts/release/licences.json",
    ]);
    expect(refused("Unknown")).toHaveLength(1);
    expect(refused("(MIT AND GPL-3.0-only)")).toHaveLength(1);
    expect(refused("(GPL-3.0-only OR MIT)")).toEqual([]);
    expect(
      checkLicences({ "MPL-2.0": [{ name: "lightningcss-linux-x64-gnu", versions: ["1.0.0"] }, ...packages] }, policy),
    ).toHaveLength(1);
  });
});

describe("advisories", () => {
  const advisory: Advisory = {
    github_advisory_id: "GHSA-aaaa-bbbb-cccc",
    module_name: "some",
    severity: "high",
    title: "A planted fault",
  };

  it("are errors without a reason, and reasons are errors without an advisory", () => {
    expect(checkAdvisories([advisory], { [advisory.github_advisory_id]: "Only used in tests." })).toEqual([]);
    expect(checkAdvisories([advisory], {})).toEqual([
      expect.stringContaining("some: high: A planted fault (GHSA-aaaa-bbbb-cccc)"),
    ]);
    expect(checkAdvisories([advisory], { [advisory.github_advisory_id]: " " })).toHaveLength(1);
    expect(checkAdvisories([], { "GHSA-dddd-eeee-ffff": "Gone." })).toEqual([
      expect.stringContaining("no longer reports it"),
    ]);
  });

  describe("of a registry", () => {
    let server: Server;
    let status = 200;
    beforeAll(async () => {
      const found = {
        marked: [
          {
            id: 1,
            url: "https://github.com/advisories/GHSA-aaaa-bbbb-cccc",
            title: "A planted fault",
            severity: "high",
            vulnerable_versions: "<99",
          },
        ],
      };
      server = createServer((_, response) => {
        response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(found));
      }).listen(0, "127.0.0.1");
      await once(server, "listening");
    });
    afterAll(() => void server.close());
    const ask = () => readAdvisories(ROOT, `http://127.0.0.1:${(server.address() as AddressInfo).port}/`);

    it("are read by pnpm", async () => {
      status = 200;
      expect(await ask()).toEqual([expect.objectContaining({ ...advisory, module_name: "marked" })]);
    });

    it("are an error when the registry does not respond", async () => {
      status = 405;
      await expect(ask()).rejects.toThrow(/^the registry returned no advisories: .*405/);
    });
  });
});

describe("the bill of materials", () => {
  const published = readPackages(ROOT).filter((each) => !each.private);

  it.each(published)("of $name names every package that it installs", async (each) => {
    const bill = await sbom(ROOT, each);
    expect(bill).toMatchObject({
      bomFormat: "CycloneDX",
      specVersion: "1.6",
      metadata: { component: { version: each.version } },
    });
    const names = bill.components.map(({ group, name }) => (group ? `${group}/${name}` : name));
    expect(names).toEqual(expect.arrayContaining(Object.keys((each.manifest["dependencies"] ?? {}) as object)));
    expect(
      bill.components.filter((component) => !component["bom-ref"].startsWith("pkg:npm/")).map(({ name }) => name),
    ).toEqual([]);
  });

  it.each([
    ["@vpcep/docs", "@redocly/cli"],
    ["@vpcep/mock", "@stoplight/prism-http"],
    ["@vpcep/client", "openapi-fetch"],
  ])("of %s has %s", async (name, component) => {
    const { components } = await sbom(
      ROOT,
      published.find((each) => each.name === name)!,
    );
    expect(components.map((each) => each["bom-ref"])).toContainEqual(
      expect.stringMatching(`^pkg:npm/${component.replace("@", "%40")}@\\d`),
    );
  });

  it("names what a build put into the package, and does not pass over what it cannot find", () => {
    const component = (name: string) => ({ "bom-ref": `pkg:npm/${name}@1.0.0`, name, version: "1.0.0" });
    const bill = (components: ReturnType<typeof component>[]): Sbom => ({
      bomFormat: "CycloneDX",
      specVersion: "1.6",
      metadata: { component: component("own") },
      components,
      dependencies: [{ ref: "pkg:npm/own@1.0.0", dependsOn: [] }],
    });
    const notices = "some 1.0.0\n\nLicense: MIT\n\nSome text 2.0\n";
    const own = bill([]);
    addBundled(own, bill([component("some"), component("other")]), notices);
    expect(own.components.map(({ name }) => name)).toEqual(["some"]);
    expect(own.dependencies[0]?.dependsOn).toEqual(["pkg:npm/some@1.0.0"]);
    expect(() => addBundled(bill([]), bill([]), notices)).toThrow("names some 1.0.0, which is not installed");
  });
});

describe("what is installed", () => {
  it("runs no script of its own", () => {
    const { allowBuilds } = parse(readFile("pnpm-workspace.yaml")) as { allowBuilds: Record<string, boolean> };
    expect(Object.values(allowBuilds).filter(Boolean)).toEqual([]);
  });

  it("reports nothing to its makers from any script", () => {
    const off: Record<string, string> = { turbo: "TURBO_TELEMETRY_DISABLED=1", redocly: "REDOCLY_TELEMETRY=off" };
    const reporting = (scripts: object) =>
      Object.values(scripts)
        .flatMap((script: string) => script.split(" && "))
        .filter((command) => {
          const setting = off[command.replace(/^(\w+=\S+ )+/, "").split(" ")[0] ?? ""];
          return setting && !command.includes(setting);
        });
    const manifests = [
      JSON.parse(readFile("package.json")) as Record<string, object>,
      ...readPackages(ROOT).map(({ manifest }) => manifest),
    ];
    const scripts = manifests.map((manifest) => (manifest["scripts"] ?? {}) as object);
    expect(scripts.flatMap(reporting)).toEqual([]);
    expect(
      reporting({ build: "cd .. && REDOCLY_TELEMETRY=on redocly bundle", test: "turbo run build && vitest run" }),
    ).toHaveLength(2);
  });

  it("has exact versions only", () => {
    const { catalog, catalogs } = parse(readFile("pnpm-workspace.yaml")) as {
      catalog: Record<string, string>;
      catalogs: Record<string, Record<string, string>>;
    };
    const versions = [catalog, ...Object.values(catalogs)].flatMap((each) => Object.values(each));
    expect(versions.filter((version) => !/^(npm:.+@)?\d+\.\d+\.\d+$/.test(version))).toEqual([]);
    const named = readPackages(ROOT).flatMap(({ manifest }) =>
      ["dependencies", "devDependencies"].flatMap((kind) =>
        Object.values((manifest[kind] ?? {}) as Record<string, string>),
      ),
    );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((version) => !/^(catalog:|workspace:\*)/.test(version))).toEqual([]);
  });

  it("has complete metadata where it is published", () => {
    for (const { folder, manifest } of readPackages(ROOT).filter((each) => !each.private)) {
      expect(manifest).toMatchObject({
        license: "Apache-2.0",
        repository: { directory: folder },
        engines: { node: expect.stringMatching(/^>=/) },
        files: expect.arrayContaining([expect.any(String)]),
        keywords: expect.arrayContaining(["vpcep"]),
        publishConfig: { access: "public", provenance: true },
      });
    }
    expect(readFileSync(join(ROOT, "LICENSE"), "utf8")).toContain("Apache License");
  });
});
