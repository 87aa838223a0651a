// A plain file server, as a reader without a web host has one.
import { spawn } from 'node:child_process'
import { createServer } from 'node:net'

/** `python3 -m http.server` over a folder; gives its address and a way to stop it. */
export async function serve(folder) {
  const port = await freePort()
  const server = spawn('python3', ['-m', 'http.server', '--bind', '127.0.0.1', '--directory', folder, String(port)],
    { stdio: 'ignore' })
  const address = `http://127.0.0.1:${port}/`
  for (let tries = 0; ; tries++) {
    try {
      await fetch(address)
      break
    } catch (error) {
      if (tries > 100) throw error
      await new Promise(wake => setTimeout(wake, 50))
    }
  }
  return { address, stop: () => server.kill() }
}

function freePort() {
  return new Promise((found, failed) => {
    const probe = createServer().once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => found(port))
    })
  })
}
