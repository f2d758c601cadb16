// What a browser that runs scripts gets beyond the plain pages: several files at once with their SHA-256 and progress,
// and a paper's page and the list of papers, which follow what happens without loading again.
import { initAll } from './govuk.js'

const AT_ONCE = 3

initAll()
document.querySelectorAll('form[data-cb-send]').forEach(sendSeveral)
document.querySelectorAll('[data-cb-paper]').forEach(follow)

function sendSeveral (form) {
  const part = (name) => document.querySelector(`[data-cb-${name}]`)
  const input = document.getElementById('files')
  const error = document.getElementById('files-error')
  const maximum = Number(form.dataset.cbMaximum)
  const accepted = form.dataset.cbAccept.split(',')

  part('name').hidden = true
  part('name').querySelector('input').disabled = true
  part('files').hidden = false
  part('submit').textContent = 'Send'

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const files = [...input.files]
    const mistake = mistakeIn(form, files)
    tell(mistake)
    if (!mistake) sendAll(files)
  })

  function mistakeIn (form, files) {
    const court = form.elements.court
    if (!court.value) return { field: court, sentence: 'Select the court house that sends the papers' }
    if (files.length === 0) return { field: input, sentence: 'Choose at least one file' }
    if (files.length > 1 && replaced(form)) {
      return { field: input, sentence: 'Choose one file only: one paper replaces one earlier paper' }
    }
    for (const file of files) {
      if (file.size === 0) return { field: input, sentence: `${file.name} is empty` }
      if (file.size > maximum) {
        return { field: input, sentence: `${file.name} is larger than ${maximum / 1024 / 1024} MB. Scan it at 300 dpi or less, or split it` }
      }
      if (!accepted.some((ending) => file.name.toLowerCase().endsWith(ending))) {
        return { field: input, sentence: `${file.name} is not a kind of file we can read` }
      }
    }
    return null
  }

  function tell (mistake) {
    const group = part('files')
    error.hidden = !mistake
    group.classList.toggle('govuk-form-group--error', Boolean(mistake))
    part('error').textContent = mistake ? mistake.sentence : ''
    if (mistake) mistake.field.focus()
  }

  async function sendAll (files) {
    form.hidden = true
    part('progress').hidden = false
    const rows = files.map((file) => row(part('uploads'), file.name))
    const status = part('status')
    let sent = 0
    let failed = 0
    const say = () => {
      status.textContent = `${sent} of ${files.length} sent${failed ? `, ${failed} not sent` : ''}`
    }
    say()
    const waiting = files.map((file, index) => ({ file, row: rows[index] }))
    const worker = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        try {
          await sendOne(form, next.file, next.row)
          sent++
        } catch (problem) {
          next.row.failed(problem.message)
          failed++
        }
        say()
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, worker))
    if (failed === 0) {
      const court = new URLSearchParams({ court: form.elements.court.value })
      window.location.assign('/papers?' + court)
    } else {
      part('done').hidden = false
      part('done').querySelector('a').focus()
    }
  }
}

function row (list, name) {
  const item = list.appendChild(document.createElement('li'))
  item.className = 'cb-uploads__item'
  const line = item.appendChild(document.createElement('div'))
  line.className = 'cb-uploads__line'
  line.appendChild(document.createElement('span')).textContent = name
  const state = line.appendChild(document.createElement('span'))
  const bar = item.appendChild(document.createElement('progress'))
  bar.max = 1
  bar.setAttribute('aria-label', name)
  const show = (text, part) => {
    state.textContent = text
    bar.value = part
  }
  show('Waiting', 0)
  return {
    checking: () => show('Checking', 0),
    sending: (part) => show(`${Math.round(part * 100)}%`, part),
    sent: () => show('Sent', 1),
    failed: (why) => {
      show('Not sent: ' + why, 0)
      item.classList.add('govuk-form-group--error')
    }
  }
}

// The id of the earlier paper that is replaced: a reference that was typed counts before one that was chosen.
function replaced (form) {
  const chosen = form.elements.replaces
  return form.elements.replacesReference.value.trim() || (chosen ? chosen.value : '')
}

async function sendOne (form, file, row) {
  row.checking()
  const fields = new URLSearchParams({
    csrf: form.elements.csrf.value,
    court: form.elements.court.value,
    fileName: file.name
  })
  if (form.elements.urgent.checked) fields.set('urgent', 'yes')
  if (replaced(form)) fields.set('replacesReference', replaced(form))
  const sha256 = await hashOf(file)
  if (sha256) fields.set('sha256', sha256)

  const response = await fetch('/papers/send/form', {
    method: 'POST', body: fields, headers: { accept: 'application/json' }
  }).catch(() => { throw new Error('the service cannot be reached') })
  const isJson = (response.headers.get('content-type') || '').startsWith('application/json')
  if (!isJson) throw new Error(response.status < 500 ? 'sign in again and send it once more' : 'there is a problem with the service')
  const answer = await response.json()
  if (!response.ok) throw new Error(answer.error)
  await post(answer, file, row)
  row.sent()
}

// Browsers compute hashes on secure pages only; without one the form is not bound to the bytes, and the gate hashes them.
async function hashOf (file) {
  if (!window.crypto || !window.crypto.subtle) return null
  const digest = await window.crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

// fetch() tells nothing of the progress of what is sent.
function post ({ action, fields }, file, row) {
  return new Promise((resolve, reject) => {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.append(name, value)
    body.append('file', file)
    const request = new XMLHttpRequest()
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) row.sending(event.loaded / event.total)
    })
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) resolve()
      else reject(new Error('the store refused it; check its size and try again'))
    })
    request.addEventListener('error', () => reject(new Error('the connection was lost; try again')))
    request.open('POST', action)
    request.send(body)
  })
}

function follow (paper) {
  const announce = document.querySelector('[data-cb-announce]')
  const usual = Number(paper.dataset.cbPause || 3000)
  let now = paper
  let pause = usual
  const look = async () => {
    if (now.dataset.cbMoving !== 'yes') return
    if (!document.hidden) await update()
    window.setTimeout(look, pause)
  }
  const update = async () => {
    try {
      const response = await fetch(window.location.pathname + window.location.search, { headers: { accept: 'text/html' } })
      const next = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('[data-cb-paper]')
      if (!response.ok || !next) {
        pause = 60000
        return
      }
      pause = usual
      if (next.innerHTML !== now.dataset.cbSeen) replace(next)
    } catch {
      // Away for a moment: the page stays as it is, and looks again less often.
      pause = Math.min(pause * 2, 60000)
    }
  }
  const replace = (next) => {
    const said = now.dataset.cbState
    const open = [...now.querySelectorAll('details')].map((details) => details.open)
    const focused = document.activeElement && now.contains(document.activeElement) ? document.activeElement.getAttribute('href') : null
    next.dataset.cbSeen = next.innerHTML
    now.replaceWith(next)
    now = next
    now.querySelectorAll('details').forEach((details, index) => { details.open = Boolean(open[index]) })
    if (focused) now.querySelector(`a[href="${focused.replace(/["\\]/g, "\\$&")}"]`)?.focus()
    if (now.dataset.cbState !== said) announce.textContent = now.dataset.cbState
  }
  now.dataset.cbSeen = now.innerHTML
  window.setTimeout(look, pause)
}
