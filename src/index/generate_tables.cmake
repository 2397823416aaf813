# Tables kept as text under indexes/ become X-macro lists for the C++.
#
#   concord_index_fields(<fields.tsv> <out.inc>)   CONCORD_INDEX_PREFIX(...) ...
#   concord_index_words(<words.txt> <out.inc>)     CONCORD_INDEX_WORD("the") ...
#
# The tables hold no semicolon and no square bracket, which CMake lists would
# take apart; a line that is not understood stops the configuration.

# Lines of a table without comments and empty lines.
function(concord_table_lines file result)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  file(READ ${file} content)
  if(content MATCHES "[][;]")
    message(FATAL_ERROR "${file}: a semicolon or square bracket cannot stand here")
  endif()
  string(REPLACE "\n" ";" lines "${content}")
  list(FILTER lines EXCLUDE REGEX "^(#.*)?$")
  set(${result} "${lines}" PARENT_SCOPE)
endfunction()

function(concord_index_fields file output)
  concord_table_lines(${file} lines)
  set(generated "// Made from indexes/fields.tsv. Do not edit.\n")
  set(cell "([^\t]+)")
  foreach(line IN LISTS lines)
    if(NOT line MATCHES "^${cell}\t${cell}\t${cell}\t${cell}\t${cell}\t${cell}$")
      message(FATAL_ERROR "${file}: not six columns between tabs: ${line}")
    endif()
    set(sort ${CMAKE_MATCH_1})
    set(name ${CMAKE_MATCH_2})
    set(code ${CMAKE_MATCH_3})
    set(typed ${CMAKE_MATCH_4})
    if(code STREQUAL "-")
      set(code "")
    endif()
    if(typed STREQUAL "-")
      set(typed "")
    endif()
    if(sort STREQUAL "prefix")
      string(APPEND generated
        "CONCORD_INDEX_PREFIX(${name}, \"${code}\", \"${typed}\")\n")
    elseif(sort STREQUAL "slot")
      string(APPEND generated "CONCORD_INDEX_SLOT(${name}, ${code})\n")
    elseif(sort STREQUAL "list")
      string(APPEND generated "CONCORD_INDEX_LIST(${name}, \"${code}\")\n")
    elseif(sort STREQUAL "key")
      string(APPEND generated "CONCORD_INDEX_KEY(${name}, \"${code}\")\n")
    elseif(sort STREQUAL "value")
      string(APPEND generated "CONCORD_INDEX_VALUE(${name}, \"${code}\")\n")
    else()
      message(FATAL_ERROR "${file}: no such sort of field: ${sort}")
    endif()
  endforeach()
  file(CONFIGURE OUTPUT ${output} CONTENT "${generated}" @ONLY)
endfunction()

function(concord_index_words file output)
  concord_table_lines(${file} lines)
  set(generated "// Made from indexes/vocabulary/. Do not edit.\n")
  foreach(line IN LISTS lines)
    string(APPEND generated "CONCORD_INDEX_WORD(\"${line}\")\n")
  endforeach()
  file(CONFIGURE OUTPUT ${output} CONTENT "${generated}" @ONLY)
endfunction()
