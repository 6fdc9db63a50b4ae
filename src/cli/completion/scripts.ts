/**
 * The scripts that shells load. Each asks `rnn-check complete -- <words>` and gets a line per candidate
 * (`value<Tab>description`), and maybe `:files json csv` or `:folders`, which the shell looks up itself.
 */

export const completionScripts: ReadonlyMap<string, string> = new Map([
  [
    "bash",
    `# rnn-check completion for bash: source <(rnn-check completion bash)
_rnn_check() {
  local current="\${COMP_WORDS[COMP_CWORD]}" line ending pattern IFS=$'\\n'
  [ "$current" = "=" ] && current=""
  COMPREPLY=()
  while IFS= read -r line; do
    case $line in
      :files*|:folders)
        compopt -o filenames 2>/dev/null
        COMPREPLY+=($(compgen -d -- "$current"))
        IFS=' '
        for ending in \${line#:files}; do
          [ "$ending" = ":folders" ] && continue
          IFS=$'\\n'
          COMPREPLY+=($(compgen -f -X "!*.$ending" -- "$current"))
        done
        IFS=$'\\n'
        ;;
      *)
        line=\${line%%$'\\t'*}
        if [[ $line == "$current"* ]]; then
          COMPREPLY+=("$line")
          [[ $line == *= ]] && compopt -o nospace 2>/dev/null
        fi
        ;;
    esac
  done < <("\${COMP_WORDS[0]}" complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _rnn_check rnn-check
`,
  ],
  [
    "zsh",
    `#compdef rnn-check
# rnn-check completion for zsh: source <(rnn-check completion zsh), after compinit
_rnn_check() {
  local line value rest
  local -a described bare endings
  while IFS= read -r line; do
    case $line in
      :files*) endings=(\${=line#:files}) ;;
      :folders) endings=('') ;;
      *$'\\t'*)
        value=\${line%%$'\\t'*} rest=\${line#*$'\\t'}
        described+=("\${value//:/\\\\:}:$rest")
        ;;
      *=) bare+=("$line") ;;
      *) described+=("\${line//:/\\\\:}") ;;
    esac
  done < <("\${words[1]}" complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)
  (( $#described )) && _describe -V 'rnn-check' described
  (( $#bare )) && compadd -S '' -a bare
  if (( $#endings )); then
    if [[ -n $endings[1] ]]; then _files -g "*.(\${(j:|:)endings})(-.)"; else _files -/; fi
  fi
}
compdef _rnn_check rnn-check
`,
  ],
  [
    "fish",
    `# rnn-check completion for fish: rnn-check completion fish > ~/.config/fish/completions/rnn-check.fish
function __rnn_check_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    for line in ($words[1] complete -- $words[2..] "$current" 2>/dev/null)
        switch $line
            case ':folders' ':files*'
                for folder in $current*/
                    echo $folder
                end
                for ending in (string split -n ' ' -- (string replace -r '^:\\w+' '' -- $line))
                    for file in $current*.$ending
                        echo $file
                    end
                end
            case '*'
                echo $line
        end
    end
end
complete -c rnn-check -f -a '(__rnn_check_complete)'
`,
  ],
]);
