import { main, notice, type Artifact } from "../lib/artifact.ts";

/** The settings that the mock is started with; each has a flag of the same name on the command line of the mock. */
export const artifact: Artifact = {
  path: "packages/mock/generated/mock.config.json",
  render: (document) =>
    `${JSON.stringify(
      {
        $comment: notice(document),
        $schema: "../src/settings.schema.json",
        document: "openapi.mock.json",
        host: "127.0.0.1",
        port: 4010,
        cors: true,
        stateful: false,
        empty: false,
        settle: "immediate",
        accessKey: [],
        dynamic: false,
        watch: false,
        report: [],
        failOnInvalid: false,
      },
      null,
      2,
    )}\n`,
};

if (import.meta.main) await main(artifact);
