// Pages that stand beside each other under one menu item, in groups where there are many.
export interface Tab {
  path: string
  label: string
  group?: string
}

/** The groups, each with the page that it opens. */
export function groupsOf(tabs: readonly Tab[]): { label: string; path: string }[] {
  const seen = new Map<string, string>()
  for (const { group, path } of tabs) if (group !== undefined && !seen.has(group)) seen.set(group, path)
  return [...seen].map(([label, path]) => ({ label, path }))
}

/** The pages of the group of the one that is open; without groups all. */
export function beside(tabs: readonly Tab[], here: string): Tab[] {
  const group = tabs.find((tab) => tab.path === here)?.group
  return tabs.filter((tab) => tab.group === group)
}
