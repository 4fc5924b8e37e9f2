type Node = { type: string; children?: Node[] }

/** A remark plugin: HTML that a model wrote is shown as the text that it is. */
export function htmlAsText() {
  return (tree: Node) => replace(tree)
}

function replace(node: Node): void {
  if (node.type === 'html') node.type = 'text'
  node.children?.forEach(replace)
}
