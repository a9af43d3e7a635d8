/** What the station may see of the user's environment: where things are, which language and proxy, and our own. */
const passed =
  /^(PATH|HOME|USER|LOGNAME|LANG|LANGUAGE|LC_[A-Z]+|TZ|TMPDIR|TEMP|TMP|APPDATA|LOCALAPPDATA|PROGRAMDATA|USERPROFILE|SYSTEMROOT|WINDIR|COMSPEC|XDG_[A-Z_]+|HTTPS?_PROXY|NO_PROXY|NODE_EXTRA_CA_CERTS|PACKBENCH_(?!SECRET_)[A-Z0-9_]+)$/i;

/** The environment of the station's process: only what it needs, so that nothing of Electron's or a driver's leaks in. */
export function stationEnvironment(env: NodeJS.ProcessEnv): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    if (value !== undefined && passed.test(name)) kept[name] = value;
  }
  return kept;
}
