import type { CallOptions } from "../options.ts";
import type { OperationClient } from "../request/call.ts";
import { at } from "./pointer.ts";

/** Options of going through pages. */
export interface PageOptions extends CallOptions {
  /** Stops after this many items. */
  maxItems?: number;
  /** Stops after this many pages. */
  maxPages?: number;
}

/** All items of a list, asked for page by page as they are needed. */
export interface Pages<Page, Item> extends AsyncIterable<Item> {
  /** The pages, as the service answers them. */
  pages(): AsyncIterable<Page>;
}

/** Where an operation takes the offset, and where its answer has the items and the number of all of them. */
export interface Pagination {
  in: "query" | "body";
  offset: string;
  /** Whether the offset is a string. */
  text: boolean;
  items: string[];
  total?: string[];
}

type Operation<Params, Page> = (client: OperationClient, params: Params, options?: CallOptions) => Promise<Page>;

/**
 * Goes through the pages of an operation. The offset moves by the items that came, so that a page shorter than was asked
 * for loses nothing; an empty page, or the number of all items, is the end.
 */
export function pages<Params extends object, Page, Item>(
  operation: Operation<Params, Page>,
  client: OperationClient,
  params: Params,
  pagination: Pagination,
  { maxItems = Infinity, maxPages = Infinity, ...options }: PageOptions = {},
): Pages<Page, Item> {
  const itemsOf = (page: Page) => (at(page, pagination.items) ?? []) as Item[];

  async function* eachPage(): AsyncGenerator<Page> {
    const body = (params as { body?: object }).body;
    const group = (pagination.in === "body" ? body : params) as Record<string, unknown>;
    let offset = Number(group[pagination.offset] ?? 0);
    for (let pageCount = 0, itemCount = 0; pageCount < maxPages && itemCount < maxItems; pageCount++) {
      const moved = { ...group, [pagination.offset]: pagination.text ? String(offset) : offset };
      const page = await operation(client, (body === group ? { ...params, body: moved } : moved) as Params, options);
      yield page;
      const { length } = itemsOf(page);
      offset += length;
      itemCount += length;
      if (!length || offset >= Number((pagination.total && at(page, pagination.total)) ?? Infinity)) return;
    }
  }

  return {
    pages: eachPage,
    async *[Symbol.asyncIterator]() {
      let count = 0;
      for await (const page of eachPage()) {
        for (const item of itemsOf(page)) {
          if (count++ >= maxItems) return;
          yield item;
        }
      }
    },
  };
}
