// Prints the notes of the release at hand, as they stand on the changelog's page of the docs.
import { readChangelogs } from "../artifacts/docs/inputs.ts";
import { readReleases } from "../artifacts/docs/releases.ts";
import { ROOT } from "../core/artifact.ts";
import { readPackages } from "./packages.ts";

const { version = "" } = readPackages(ROOT).find((each) => !each.private) ?? {};
const { changelog, packageChangelogs } = readChangelogs();
const release = readReleases(changelog, version, packageChangelogs).find((each) => each.version === version);
process.stdout.write(`${release?.changes}\n`);
