@echo off
rem Finds a JDK that is new enough and runs chanlint on it.
rem
rem   chanlint check src\main\java
rem   chanlint --print-java-home      the JDK that it runs on
rem
rem JAVA_HOME is the first place to look for a JDK, then the PATH, then where installers put one.
setlocal
set "JDK="
call :consider "%JAVA_HOME%"
if not defined JDK for /f "tokens=1* delims== " %%a in ('java -XshowSettings:properties -version 2^>^&1') do if "%%a"=="java.home" call :consider "%%b"
if not defined JDK for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\jdk-*" "%ProgramFiles%\Microsoft\jdk-*" "%ProgramFiles%\Java\jdk-*" "%USERPROFILE%\.jdks\*") do call :consider "%%d"
if not defined JDK goto nojdk
if "%~1"=="--print-java-home" goto printjdk

set "HOME_FOLDER=%~dp0.."
if not exist "%HOME_FOLDER%\lib" goto nolib

rem Where loaded and linked classes are kept.
set "CACHE=%LOCALAPPDATA%\chanlint"
mkdir "%HOME_FOLDER%\cache" 2>nul
(echo.>"%HOME_FOLDER%\cache\writable") 2>nul
if exist "%HOME_FOLDER%\cache\writable" set "CACHE=%HOME_FOLDER%\cache"
del "%HOME_FOLDER%\cache\writable" 2>nul
if not exist "%CACHE%" mkdir "%CACHE%" 2>nul

rem Those of a command that loads most of what there is serve all.
set "SHARED=-Xshare:auto"
if exist "%CACHE%\classes.jsa" goto shared
for %%c in (check explore lsp) do if "%~1"=="%%c" goto shared
goto run
:shared
set SHARED=-XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%CACHE%\classes.jsa"
:run
"%JDK%\bin\java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED ^
  -Xlog:aot=off -Xlog:cds=off -Xlog:cds+dynamic=off %SHARED% -Dchanlint.command=chanlint ^
  -cp "%HOME_FOLDER%\lib\*" dev.chanlint.analyzer.cli.Chanlint %*
exit /b %ERRORLEVEL%

rem Takes a folder if it is the home of a JDK, with its compiler, that is new enough: its release file says.
:consider
if not exist "%~1\bin\javac.exe" exit /b
set "VERSION="
if not exist "%~1\release" exit /b
for /f "usebackq tokens=1,2 delims==." %%a in ("%~1\release") do if "%%a"=="JAVA_VERSION" set "VERSION=%%b"
if not defined VERSION exit /b
if %VERSION:"=% GEQ 25 set "JDK=%~1"
exit /b

:printjdk
echo %JDK%
exit /b 0

:nojdk
echo chanlint: a JDK 25 or later is needed and none was found; install one or set JAVA_HOME>&2
exit /b 2

:nolib
echo chanlint: %HOME_FOLDER%\lib: no such folder; unpack the distribution as a whole>&2
exit /b 2
