#!/usr/bin/env bash
# Draws docs/ask.svg from what the built program prints on a terminal.
#   dotnet build -c Release src/SummitBot.Cli && bash docs/make-picture.sh
set -euo pipefail
cd "$(dirname "$0")/.."

question="Why was the Vostochny Cosmodrome chosen for the meeting?"
command="dotnet .artifacts/bin/SummitBot.Cli/release/summitbot.dll ask"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export SummitBot__Index__Path=$folder/index TERM=xterm-256color
unset NO_COLOR

# The first call makes the index; the second one shows the answer alone. `script` (util-linux) gives it a terminal.
$command "$question" >"$folder/first.txt" 2>&1 || { cat "$folder/first.txt"; exit 1; }
script -qec "stty cols 92; $command '$question'" /dev/null </dev/null | sed 's/\r//g; s/\x1b[=>]//g' |
  awk -v prompt="summitbot ask \"$question\"" '
    function escaped(text) { gsub(/&/, "\\&amp;", text); gsub(/</, "\\&lt;", text); gsub(/>/, "\\&gt;", text); return text }
    function style() { return (bold ? "b" : "") (dim ? " d" : "") (under ? " u" : "") }
    function put(text) {
      if (text == "") return
      line = line (style() == "" ? escaped(text) : "<tspan class=\"" style() "\">" escaped(text) "</tspan>")
    }
    function set_style(codes,    i, n, code) {
      n = split(codes == "" ? "0" : codes, code, ";")
      for (i = 1; i <= n; i++) {
        if (code[i] == 0) bold = dim = under = 0
        else if (code[i] == 1) bold = 1
        else if (code[i] == 2) dim = 1
        else if (code[i] == 4) under = 1
      }
    }
    function draw(    y) {
      sub(/ +<\/tspan>$/, "</tspan>", line)
      y = 50 + rows++ * 20
      body = body "<text x=\"20\" y=\"" y "\" xml:space=\"preserve\">" line "</text>\n"
      line = ""
    }
    BEGIN { put("$ "); bold = 1; put(prompt); bold = 0; draw() }
    {
      rest = $0
      while (match(rest, /\033\[[0-9;?]*[A-Za-z]/)) {
        put(substr(rest, 1, RSTART - 1))
        code = substr(rest, RSTART + 2, RLENGTH - 3)
        if (substr(rest, RSTART + RLENGTH - 1, 1) == "m") set_style(code)
        rest = substr(rest, RSTART + RLENGTH)
      }
      put(rest)
      draw()
    }
    END {
      height = 50 + rows * 20
      printf "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 840 %d\" role=\"img\" aria-label=\"A question answered on the command line, with its source\">\n", height
      print "<style>"
      print "text { font: 14px ui-monospace, \"DejaVu Sans Mono\", Menlo, Consolas, monospace; fill: #d8dee9; white-space: pre }"
      print ".b { font-weight: bold; fill: #ffffff } .d { fill: #8b95a5 } .u { text-decoration: underline }"
      print "</style>"
      printf "<rect width=\"840\" height=\"%d\" rx=\"8\" fill=\"#1c2128\"/>\n", height
      print "<circle cx=\"22\" cy=\"18\" r=\"6\" fill=\"#ff5f57\"/><circle cx=\"42\" cy=\"18\" r=\"6\" fill=\"#febc2e\"/><circle cx=\"62\" cy=\"18\" r=\"6\" fill=\"#28c840\"/>"
      printf "%s", body
      print "</svg>"
    }
  ' >docs/ask.svg
