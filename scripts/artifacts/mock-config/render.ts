import { notice, type Render } from "../../core/artifact.ts";

/** The settings that the mock is started with; each has a flag of the same name on the command line of the mock. */
export const render: Render = (document) =>
  `${JSON.stringify(
    {
      $comment: notice(document),
      $schema: "../src/cli/settings.schema.json",
      document: "openapi.mock.json",
      host: "127.0.0.1",
      port: 4010,
      cors: true,
      stateful: false,
      empty: false,
      transitions: "immediate",
      accessKey: [],
      dynamic: false,
      watch: false,
      report: [],
      errors: false,
      strict: false,
      failOnInvalid: false,
    },
    null,
    2,
  )}\n`;
