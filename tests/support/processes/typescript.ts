/** How a process of its own reads TypeScript: Node of 22.18 and later does by itself, an older one by a loader. */
export const readsTypeScript: readonly string[] =
  (process.features.typescript ?? false) ? [] : ['--import', import.meta.resolve('tsx')];
