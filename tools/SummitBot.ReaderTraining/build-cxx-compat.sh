#!/bin/sh
# TorchSharp's library asks for one name of the C++ library of GCC 13. Debian 12 has GCC 12: this makes a library that adds
# the name and hands everything else to the system's. Then: LD_LIBRARY_PATH=FOLDER dotnet run ...
set -eu
folder=${1:?usage: build-cxx-compat.sh FOLDER}
mkdir -p "$folder"
system=$(readlink -f "$(g++ -print-file-name=libstdc++.so.6)")
{
  readelf --version-info --wide "$system" | grep -oE 'Name: (GLIBCXX|CXXABI)_[A-Z0-9_.]+' | sort -u | sed 's/Name: \(.*\)/\1 { };/'
  echo 'GLIBCXX_3.4.32 { global: _ZSt21ios_base_library_initv; };'
} > "$folder/versions.map"
# The stand-in makes the linker note the system's library by its full path, not by the name that both have.
gcc -shared -x c /dev/null -o "$folder/system.so" -Wl,-soname,"$system"
echo 'void _ZSt21ios_base_library_initv(void) {}' |
  gcc -shared -fPIC -x c - -x none -o "$folder/libstdc++.so.6" -Wl,--version-script="$folder/versions.map" \
    -Wl,-soname,libstdc++.so.6 -Wl,--no-as-needed "$folder/system.so"
rm "$folder/system.so" "$folder/versions.map"
