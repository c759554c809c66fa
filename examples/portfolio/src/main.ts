import { runCommand } from './command/runCommand.js'

// npm and pnpm run a script in the package's folder and say in INIT_CWD where they were called.
process.exitCode = await runCommand(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd(), {
  print: (line) => console.log(line),
  warn: (line) => console.error(line),
})
