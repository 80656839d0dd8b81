import ts from "typescript";

/** Text of the comment on a declaration, without what makes it a comment; empty where there is none. */
export function commentOf(node: ts.Node): string {
  const comments = ts.getJSDocCommentsAndTags(node).map((comment) => comment.getText());
  return comments
    .join("\n")
    .replace(/^\s*(\/\*)?\*+[ /]?/gm, "")
    .replaceAll("*\\/", "*/")
    .replace(/\*\/$/, "");
}
