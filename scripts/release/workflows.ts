import { parse } from "yaml";

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}

interface Job {
  permissions?: Record<string, string> | string;
  "timeout-minutes"?: number;
  uses?: string;
  secrets?: Record<string, string> | string;
  steps?: Step[];
}

interface Workflow {
  on?: Record<string, unknown> | string | string[];
  permissions?: Record<string, string> | string;
  jobs?: Record<string, Job>;
  runs?: { steps?: Step[] };
}

/** Matches an action that is pinned to one commit. */
const PINNED = /@[0-9a-f]{40}$/;

/** Returns the weaknesses of a workflow or of a composite action that an attacker could use, in words. */
export function checkWorkflow(text: string): string[] {
  const { on, permissions, jobs = {}, runs } = parse(text) as Workflow;
  const problems: string[] = [];
  for (const trigger of ["pull_request_target", "workflow_run"]) {
    if (JSON.stringify(on ?? "").includes(`"${trigger}"`))
      problems.push(`${trigger} runs a stranger's change with our rights`);
  }
  if (!runs && !(typeof permissions === "object" && !Object.keys(permissions).length))
    problems.push("the workflow as a whole has permissions; give them to each job");
  for (const [name, job] of Object.entries(jobs)) {
    if (typeof job.permissions !== "object") problems.push(`${name}: names no permissions`);
    if (job.secrets === "inherit") problems.push(`${name}: hands on every secret; name those that it needs`);
    if (!job.uses && !job["timeout-minutes"]) problems.push(`${name}: has no timeout-minutes`);
  }
  for (const { uses = "", run = "", with: inputs } of [runs, ...Object.values(jobs)].flatMap(
    (each) => each?.steps ?? [],
  )) {
    if (uses && !uses.startsWith("./") && !PINNED.test(uses))
      problems.push(`${uses} is not pinned by a full commit hash`);
    if (uses.startsWith("actions/checkout@") && inputs?.["persist-credentials"] !== false)
      problems.push("checkout leaves its token in the folder; set persist-credentials: false");
    for (const script of [run, String(inputs?.["script"] ?? "")])
      if (script.includes("${{"))
        problems.push(`"${script.trim().split("\n")[0]}" has an expression in a script; hand it over in env`);
    if (/\bpnpm install\b(?!.*--frozen-lockfile)/.test(run))
      problems.push(`"${run.trim()}" does not freeze the lockfile`);
  }
  for (const line of text.split("\n"))
    if (/uses: [^.].*@[0-9a-f]{40}(?! # v\d+\.\d+\.\d+$)/.test(line))
      problems.push(`"${line.trim()}" does not say its version`);
  return problems;
}
