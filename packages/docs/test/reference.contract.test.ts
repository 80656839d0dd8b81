import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { checkMachineFiles } from "../../../scripts/artifacts/docs/checks/machine-files.ts";
import { checkOverview } from "../../../scripts/artifacts/docs/checks/overview.ts";
import { checkReference } from "../../../scripts/artifacts/docs/checks/reference.ts";
import { checkPages, checkSiteMap } from "../../../scripts/artifacts/docs/checks/site.ts";
import { ROOT } from "../../../scripts/core/artifact.ts";
import { changesOf } from "../../../scripts/artifacts/docs/pages/changelog-facts.ts";
import { bundle, plant } from "../../../scripts/testing/bundle.ts";
import { readFolder } from "../../../scripts/testing/site.ts";

const files = readFolder(join(ROOT, "packages/docs/dist"));

/** All that is wrong with the site, but for the page of Redoc. */
const problemsOf = (site: typeof files) =>
  [checkReference, checkOverview, checkMachineFiles, checkSiteMap]
    .flatMap((check) => check(bundle, site))
    .concat(checkPages(site));

describe("the reference", () => {
  it("has every operation and schema whole, each on a small page with whole links, and lists them for programs", () => {
    expect(problemsOf(files)).toEqual([]);
  });

  const page = "reference/createEndpoint.html";
  const status = "reference/schemas/EndpointStatus.html";
  it.each([
    [
      "a parameter that is gone",
      "reference/listEndpoints.html",
      'id="query.vpc_id"',
      'id="gone"',
      "has no anchor for query.vpc_id",
    ],
    [
      "an error code that is gone",
      page,
      /EndPoint\.2034/g,
      "EndPoint.0000",
      "the page of createEndpoint has no anchor for EndPoint.2034",
    ],
    [
      "another IAM action",
      page,
      "vpcep:endpoints:create",
      "vpcep:endpoints:make",
      "the page of createEndpoint at notes says make, which is not described",
    ],
    [
      "an example that was changed",
      page,
      /61881173-3899/g,
      "61881173-0000",
      "the page of createEndpoint at body lacks -3899",
    ],
    [
      "a pattern of the items of a list that is gone",
      "reference/addOrRemoveServicePermissions.html",
      /organizations:orgPath::/g,
      "",
      "at body.permissions lacks organizations",
    ],
    [
      "a documented limit that is gone",
      "reference/listServiceDetails.html",
      /\b36\b/g,
      "37",
      "page of listServiceDetails at 200.tags.key lacks 36",
    ],
    ["nothing to poll", page, /listEndpointInfoDetails/g, "later", "lacks listEndpointInfoDetails"],
    ["no samples", page, 'id="samples"', 'id="none"', 'lacks the section "samples"'],
    [
      "a closed set that lacks a value",
      status,
      /rejected/g,
      "refused",
      "the page of EndpointStatus at main lacks rejected",
    ],
    [
      "a field without an anchor",
      "reference/schemas/PortMapping.html",
      'id="client_port"',
      'id="port"',
      "has no anchor for client_port",
    ],
    [
      "a bound that was changed",
      "reference/schemas/PortMapping.html",
      /65535/g,
      "65536",
      "the page of PortMapping at client_port lacks 65535",
    ],
    ["no picture of a life cycle", status, 'class="lifecycle"', 'class="none"', "lacks its life cycle"],
    [
      "a link to nothing",
      page,
      'href="listEndpointInfoDetails.html"',
      'href="nowhere.html"',
      "nowhere.html leads nowhere",
    ],
    [
      "a link to no place in a page",
      page,
      'href="index.html#credentials"',
      'href="index.html#nowhere"',
      "leads to no place",
    ],
    ["an address that is not relative", page, 'href="index.html"', 'href="/reference/index.html"', "is not relative"],
    [
      "a script from another host",
      page,
      'src="assets/page.js"',
      'src="https://example.com/page.js"',
      "loads https://example.com/page.js",
    ],
    ["a script that the policy stops", page, "</body>", "<script>1</script></body>", "has a script of its own"],
    ["a policy that lets everything in", page, "default-src &#39;none&#39;", "default-src *", "is not confined"],
    [
      "the title of another page",
      page,
      /<title>[^<]*/,
      "<title>Delete a VPC endpoint · VPC Endpoint API",
      "has the title of",
    ],
    ["no description", page, /<meta name="description"[^>]*>/, "", "has no description"],
    ["a page that is left out for programs", "llms.txt", /createEndpoint\b/g, "make", "llms.txt lacks createEndpoint"],
    ["a page that is not in the site map", "sitemap.xml", `<loc>${page}</loc>`, "", `sitemap.xml lacks ${page}`],
    [
      "an operation that cannot be found",
      "reference/assets/search-index.js",
      /createEndpoint\b/g,
      "make",
      "search-index.js lacks createEndpoint",
    ],
  ])("is caught with %s", (_, path, from, to, problem) => {
    expect(problemsOf({ ...files, [path]: plant(files[path] ?? "", from, to) }).join("\n")).toContain(problem);
  });

  it("is caught with a page that is gone, and one that is too large", () => {
    const { [page]: gone, ...others } = files;
    expect(gone).toContain("createEndpoint");
    expect(problemsOf(others)).toContain("createEndpoint has no page");
    const noise = Array.from({ length: 9000 }, (_, index) => Math.sin(index)).join();
    expect(problemsOf({ ...files, [page]: gone + noise }).join("\n")).toMatch(/createEndpoint\.html has \d+ bytes/);
  });

  it("says what changed, from the version that is described on", () => {
    const changelog = "# Changes\n\n## 0.2.0\n\n- `+ new`\n\n## 0.1.0\n\nFirst.\n";
    const of = (version: string) => changesOf({ ...bundle, info: { ...bundle.info, version } }, changelog);
    expect(of("0.2.0")).toBe("# 0.2.0\n\n- `+ new`\n\n# 0.1.0\n\nFirst.\n");
    expect(of("0.1.0")).toBe("# 0.1.0\n\nFirst.\n");
    expect(of("0.3.0")).toContain("No changes are written down for this version.");
    const { version } = bundle.info;
    expect(files["changelog.html"]).toContain(`<h2 id="${version.replaceAll(".", "-")}">`);
  });

  it("offers the description as it is, in both forms", () => {
    expect(parse(files["openapi.yaml"] ?? "")).toEqual(bundle);
    expect(JSON.parse(files["openapi.json"] ?? "")).toEqual(bundle);
  });
});
