import { refusedImports } from '../../../devsite/runners/bundles';

test.each<[code: string, refused: string[]]>([
  ['module.exports = require("node:timers");', ['node:timers']],
  [`const { setTimeout } = require('timers/promises')`, ['timers/promises']],
  ['await import("node:perf_hooks")', ['node:perf_hooks']],
  ['import { request } from "https";', ['https']],
  ['require("net"); require("net"); require("child_process")', ['child_process', 'net']],
  ['require("crypto"); require("node:stream"); require("async_hooks"); require("fs")', []],
  ['const timers = "timers"; timers.length;', []],
])('of the bundle %j the imports refused are %j', (code, refused) => {
  expect(refusedImports(code)).toEqual(refused);
});
