"""`tracker completion`: the script by which a shell completes commands, options and values.

Importing it makes PowerShell known to click, and bash take values with spaces; `cli` imports it when a shell asks.
"""

import os
import re

import click
from click.shell_completion import (
    BashComplete,
    CompletionItem,
    ShellComplete,
    add_completion_class,
    get_completion_class,
)

from tracker.commands.params import command as tracker_command
from tracker.errors import UnknownName
from tracker.text import nearest, visible

ASKED = "_TRACKER_COMPLETE"  # the shell sets it when somebody presses Tab
SHELLS = ("bash", "zsh", "fish", "powershell")
_WHERE = {
    "bash": "to keep it: echo 'eval \"$(tracker completion bash)\"' >> ~/.bashrc",
    "zsh": "to keep it: echo 'eval \"$(tracker completion zsh)\"' >> ~/.zshrc (after compinit)",
    "fish": "to keep it: tracker completion fish > ~/.config/fish/completions/tracker.fish",
    "powershell": "to keep it: tracker completion powershell >> $PROFILE",
}

_POWERSHELL = """\
Register-ArgumentCompleter -Native -CommandName %(prog_name)s -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
        ForEach-Object { if ($_.PSObject.Properties['Value']) { $_.Value } else { $_.Extent.Text } })
    $kept = [Console]::OutputEncoding
    try {
        [Console]::OutputEncoding = [System.Text.UTF8Encoding]::new($false)
        $env:%(complete_var)s = 'powershell_complete'
        $env:COMP_WORDS = $words -join "`n"
        $env:COMP_CWORD = "$wordToComplete".Trim([char[]]@("'", '"'))
        $env:PYTHONIOENCODING = 'utf-8'
        & %(prog_name)s 2>$null | ForEach-Object {
            $type, $value, $told = $_ -split "`t", 3
            if ($type -eq 'plain') {
                $text = if ($value -match "[^\\w@%%+=:./-]") { "'" + $value.Replace("'", "''") + "'" } else { $value }
                [System.Management.Automation.CompletionResult]::new($text, $value, 'ParameterValue', $told)
            }
        }
    } finally {
        [Console]::OutputEncoding = $kept
        Remove-Item Env:%(complete_var)s, Env:COMP_WORDS, Env:COMP_CWORD, Env:PYTHONIOENCODING -ErrorAction Ignore
    }
}
"""


@tracker_command(
    "completion",
    examples=["tracker completion bash", "tracker completion powershell"],
)
@click.argument("shell")
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the completion script of a shell.

    SHELL is bash, zsh, fish or powershell. The script completes commands, options, ids, actors, statuses and more.
    """
    word = shell.lower().removesuffix(".exe")
    word = {"pwsh": "powershell"}.get(word, word)
    if word not in SHELLS:
        near = nearest(word, SHELLS, most=1)
        hint = f" Did you mean {near[0]}?" if near else ""
        raise UnknownName(
            f"no script for the shell '{visible(shell[:40])}'.{hint} Choose from {', '.join(SHELLS)}", near
        )
    kind = get_completion_class(word)
    assert kind is not None
    script = kind(ctx.find_root().command, {}, "tracker", ASKED)
    click.echo((script.source_template % script.source_vars()).rstrip("\n"))
    if os.isatty(1):
        click.echo(_WHERE[word], err=True)


class Bash(BashComplete):
    """click's own, with what a shell would take apart quoted."""

    def format_completion(self, item: CompletionItem) -> str:
        """The kind and the value of a suggestion."""
        return f"{item.type},{re.sub(_APART, _BACKSLASHED, str(item.value))}"


_APART = r"([^\w@%+=:,./~-])"
_BACKSLASHED = r"\\\\\1"  # two of them: the script reads a line in a way that takes one away


class PowerShell(ShellComplete):
    """Suggestions for PowerShell: kind, value and help with tabs between, one a line."""

    name = "powershell"
    source_template = _POWERSHELL

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the one that is being typed, and that one."""
        words = os.environ.get("COMP_WORDS", "").split("\n")
        return words[1:], os.environ.get("COMP_CWORD", "")

    def format_completion(self, item: CompletionItem) -> str:
        """The kind, the value and the help of a suggestion."""
        return "\t".join((item.type, str(item.value), visible(item.help or str(item.value))))


add_completion_class(Bash, "bash")
add_completion_class(PowerShell, "powershell")
