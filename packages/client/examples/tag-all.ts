// Puts a tag on every VPC endpoint of a project, five at a time; requests that fail for a moment are repeated.
// node tag-all.ts KEY VALUE
import { VpcepError } from "@vpcep/client";
import { batchAddOrRemoveResourceInstance, paginate } from "@vpcep/client/operations";
import { client, exit } from "./client.ts";

const [key = "", value = ""] = process.argv.slice(2);
if (!key) exit("usage: node tag-all.ts KEY VALUE");
const ids: string[] = [];
for await (const { id } of paginate.listEndpoints(client, { limit: 100 })) if (id) ids.push(id);

let failed = 0;
const tag = async (resource_id: string) => {
  const body = { action: "create" as const, tags: [{ key, value }] };
  const params = { resource_type: "endpoint" as const, resource_id, body };
  // A tag that is put on twice does no harm, so the POST may be repeated like a GET.
  await batchAddOrRemoveResourceInstance(client, params, { idempotent: true, retry: { max: 5 } }).catch((error) => {
    if (!(error instanceof VpcepError)) throw error;
    failed++;
    console.error(`${resource_id}: ${error.message}`);
  });
};
while (ids.length > 0) await Promise.all(ids.splice(0, 5).map(tag));
console.log(failed ? `${failed} VPC endpoints have no tag` : "done");
process.exitCode = failed ? 1 : 0;
