// A copy of plain data. structuredClone refuses what Vue watches.
export function copyOf<T>(data: T): T {
  return JSON.parse(JSON.stringify(data)) as T
}
