// The same names in the order of strokes as ICU knows it; tells what it took, as a line of JSON.
import { readFileSync } from 'node:fs'

const names = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const started = performance.now()
names.sort(new Intl.Collator('zh-u-co-stroke').compare)
const ms = performance.now() - started
console.log(JSON.stringify({ ms, kib: process.resourceUsage().maxRSS, rows: names.length }))
