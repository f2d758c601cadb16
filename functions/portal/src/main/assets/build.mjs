// Puts the pages' style sheets and scripts under content-hashed names into the classes:
//   node build.mjs <folder to install npm packages in> <folder of classes>
// and writes portal-assets.properties, which tells the pages the hashed names.
import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, extname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const [work, classes] = process.argv.slice(2).map((folder) => resolve(folder))

install()
const govuk = join(work, 'node_modules', 'govuk-frontend')
const version = JSON.parse(readFileSync(join(govuk, 'package.json'), 'utf8')).version
const notice = `/* GOV.UK Frontend ${version}, Copyright (c) 2017 Crown Copyright (Government Digital Service), MIT Licence */\n`
const dist = (name) => notice + withoutMap(readFileSync(join(govuk, 'dist', 'govuk', name), 'utf8'))
const own = (name) => readFileSync(join(here, name), 'utf8')

const target = join(classes, 'assets')
rmSync(target, { recursive: true, force: true })
mkdirSync(target, { recursive: true })

const names = {}
publish('govuk.css', plain(dist('govuk-frontend.min.css')))
publish('govuk.js', dist('govuk-frontend.min.js'))
publish('portal.css', own('portal.css'))
publish('enabled.js', own('enabled.js'))
publish('icon.svg', own('icon.svg'))
publish('portal.js', own('portal.js').replaceAll('./govuk.js', './' + names['govuk.js']))
writeFileSync(
  join(classes, 'portal-assets.properties'),
  Object.entries(names).map(([name, hashed]) => `${name}=${hashed}\n`).join('')
)

function install () {
  const wanted = readFileSync(join(here, 'package-lock.json'), 'utf8')
  const mark = join(work, 'installed.json')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return
  mkdirSync(work, { recursive: true })
  for (const file of ['package.json', 'package-lock.json']) cpSync(join(here, file), join(work, file))
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'], {
    cwd: work,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32'
  })
  if (npm.status !== 0) {
    console.error('npm ci failed in ' + work + (npm.error ? ': ' + npm.error.message : ''))
    process.exit(1)
  }
  writeFileSync(mark, wanted)
}

// The GDS Transport typeface and the royal arms may only be used on gov.uk; elsewhere the Design System says Arial.
function plain (css) {
  const plainer = css
    .replace(/@font-face\{[^}]*\}/g, '')
    .replaceAll('GDS Transport,arial', 'arial')
    .replace(/url\(\/assets\/images\/govuk-crest\.svg\)/g, 'none')
  if (/GDS Transport|url\(\/assets/.test(plainer)) {
    console.error('GOV.UK Frontend names a typeface or picture that may not be used here; see build.mjs')
    process.exit(1)
  }
  return plainer
}

function withoutMap (text) {
  return text.replace(/\n?(\/\*# sourceMappingURL=.*?\*\/|\/\/# sourceMappingURL=.*)\s*$/, '\n')
}

function publish (name, text) {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12)
  const extension = extname(name)
  names[name] = name.slice(0, -extension.length) + '-' + hash + extension
  writeFileSync(join(target, names[name]), text)
}
