import type { CallOptions } from "../options.ts";
import { CALL_OPTIONS, checkAmount, checkNames } from "../check.ts";
import { checkClient, type OperationClient } from "../request/call.ts";
import { at } from "./pointer.ts";

/** Options of going through pages. */
export interface PageOptions extends CallOptions {
  /** Stops after this many items. Default: no limit. */
  maxItems?: number | undefined;
  /** Stops after this many pages. Default: no limit. */
  maxPages?: number | undefined;
}

/**
 * The items of a list, for `for await`. A page is requested when its items are needed.
 *
 * @example
 * ```ts
 * import { paginate } from "@vpcep/client/operations";
 *
 * for await (const { id, status } of paginate.listEndpoints(client, { limit: 100 })) console.log(id, status);
 * for await (const { total_count } of paginate.listEndpoints(client).pages()) console.log(total_count);
 * const first = await paginate.listEndpoints(client, {}, { maxItems: 10 }).toArray();
 * ```
 */
export interface Pages<Page, Item> extends AsyncIterable<Item> {
  /** Returns the pages, as the service sends them. */
  pages(): AsyncIterable<Page>;
  /** Returns the items as an array: all of them, or `maxItems` of the options. */
  toArray(): Promise<Item[]>;
}

/** The place where an operation takes the offset, and those where its response has the items and their total number. */
export interface Pagination {
  in: "query" | "body";
  offset: string;
  /** True where the offset is sent as a string. */
  text: boolean;
  items: string[];
  total?: string[];
}

type Operation<Params, Page> = (client: OperationClient, params: Params, options?: CallOptions) => Promise<Page>;

/**
 * Goes through the pages of an operation. The offset moves by the items that came, so that a page shorter than requested
 * loses nothing. An empty page, or the total number of items, is the end; a total that was passed is wrong, and is none.
 */
export function pages<Params extends object, Page, Item>(
  operation: Operation<Params, Page>,
  client: OperationClient,
  params: Params,
  pagination: Pagination,
  pageOptions?: PageOptions | null,
): Pages<Page, Item> {
  const { maxItems = Infinity, maxPages = Infinity, ...options } = pageOptions ?? {};
  checkClient("paginate: the first argument", client);
  checkNames("paginate", pageOptions, ["maxItems", "maxPages", "timeout", ...CALL_OPTIONS]);
  checkAmount("paginate", "maxItems", maxItems);
  checkAmount("paginate", "maxPages", maxPages);
  const itemsOf = (page: Page) => (at(page, pagination.items) ?? []) as Item[];

  async function* eachPage(): AsyncGenerator<Page> {
    const { body } = Object(params) as { body?: object };
    const group: Record<string, unknown> = { ...(pagination.in === "body" ? body : params) };
    let offset = Number(group[pagination.offset] ?? 0);
    checkAmount("paginate", pagination.offset, offset);
    for (let pageCount = 0, itemCount = 0; pageCount < maxPages && itemCount < maxItems; pageCount++) {
      const moved = { ...group, [pagination.offset]: pagination.text ? String(offset) : offset };
      const page = await operation(
        client,
        (pagination.in === "body" ? { ...params, body: moved } : moved) as Params,
        options,
      );
      yield page;
      const { length } = itemsOf(page);
      offset += length;
      itemCount += length;
      if (!length || offset === Number((pagination.total && at(page, pagination.total)) ?? NaN)) return;
    }
  }

  async function* eachItem(): AsyncGenerator<Item> {
    let count = 0;
    for await (const page of eachPage()) {
      for (const item of itemsOf(page)) {
        if (count++ >= maxItems) return;
        yield item;
      }
    }
  }

  return {
    pages: eachPage,
    async toArray() {
      const items: Item[] = [];
      for await (const item of eachItem()) items.push(item);
      return items;
    },
    [Symbol.asyncIterator]: eachItem,
  };
}
